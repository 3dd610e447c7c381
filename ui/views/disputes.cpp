// Where sources contradict each other: each question with its rival answers, of which the reader takes one.
#include "core/words/format.h"
#include "core/words/names.h"
#include "ui/look/panels.h"
#include "ui/views/list.h"

namespace fr {

namespace {

constexpr float indent = 26;
constexpr Style small{Ink::muted, 14, 19};

// One answer: pressed anywhere on its line.
bool draw_side(const Stage& stage, const Side& side, bool is_chosen, Column column, float& y) {
    const Pen& pen = stage.pen;
    const float height = stage.target(), middle = y + height / 2;
    const Touched hand = touch(stage, side.name.c_str(), column.left, y, column.width(), height);
    if (hand.hovered) stage.show_cursor("pointer");
    const ImVec2 centre{column.left + 9, middle};
    const ImU32 ring = pen.colour(is_chosen || hand.hovered ? Ink::ink : Ink::outline);
    pen.list->AddCircle(centre, 8, ring, 0, 1.5f);
    if (is_chosen) pen.list->AddCircleFilled(centre, 4.5f, ring);
    pen.text(column.left + indent, middle + 5, side.name, Ink::ink, is_chosen ? Face::sans_bold : Face::sans, 15);
    pill(pen, names::word_of(side.grade).word, column.right, middle + 5, Ink::muted);
    std::string words = side.says + " (";
    for (const std::string& fact : side.facts) words += (fact == side.facts.front() ? "" : ", ") + fact;
    y = paragraph(pen, words + ")", {column.left + indent, column.right}, y + height - 4, small);
    return hand.clicked;
}

float draw_dispute(Stage& stage, const Dispute& dispute, Column column, float y) {
    const AppState& state = stage.app.state;
    const auto now = side_of(dispute, state.base(), {state.inputs, state.deal.edits()});
    ImGui::PushID(dispute.id.c_str());
    y = paragraph(stage.pen, dispute.question, column, y + 6, {Ink::ink, 15, 20, Face::sans_bold});
    for (std::size_t i = 0; i < dispute.sides.size(); ++i) {
        if (!is_offered(dispute.sides[i], state.base())) continue;
        const bool pressed = draw_side(stage, dispute.sides[i], now == i, column, y);
        if (pressed && now != i) stage.actions.push_back(TakeSide{&dispute, i});
    }
    ImGui::PopID();
    if (!dispute.note.empty())
        y = paragraph(stage.pen, dispute.note, {column.left + indent, column.right}, y + 3, small);
    return y + 14;
}

}  // namespace

float draw_disputes(Stage& stage, Column column, float y) {
    y = draw_subtitle(stage.pen, "Where the sources disagree", column, y);
    const bool is_wide = column.width() >= 860;
    const float half = (column.width() - 44) / 2;
    const Column left{column.left, is_wide ? column.left + half : column.right},
        right{column.right - half, column.right};
    float low = y, beside = y;
    for (const Dispute& dispute : shipped_disputes()) {
        if (!is_offered(dispute, stage.app.state.base())) continue;
        float& end = is_wide && beside < low ? beside : low;
        end = draw_dispute(stage, dispute, &end == &low ? left : right, end);
    }
    return std::max(low, beside);
}

}  // namespace fr
