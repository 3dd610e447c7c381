// The order of a frame: what was done, what follows from it, what it looks like, and telling the host.
#include <imgui_internal.h>

#include <algorithm>

#include "core/words/format.h"
#include "ui/views/below.h"
#include "ui/views/lab.h"
#include "ui/views/list.h"

namespace fr {

namespace {

constexpr float gap = 44;
constexpr double slice_ms = 6;  // of background work in a frame

float draw_columns(Stage& stage, Column whole, float y) {
    const float side = std::max(296.0f, (whole.width() - gap) * 0.34f);
    const Column left{whole.left, whole.right - side - gap}, right{whole.right - side, whole.right};
    float low = draw_hero(stage, left, y);
    low = draw_capacity(stage, left, low + 10);
    low = draw_strip(stage, left, low + 22);
    low = draw_stretches(stage, left, low + 18);
    float beside = draw_agi(stage, right, y + 4);
    beside = draw_why(stage, right, beside + 34);
    beside = draw_change(stage, right, beside + 30);
    return std::max(low, beside);
}

// Below the picture there may be room for two columns where there was none beside it.
float draw_one_column(Stage& stage, Column whole, float y) {
    float low = draw_hero(stage, whole, y);
    low = draw_capacity(stage, whole, low + 10);
    low = draw_strip(stage, whole, low + 22);
    if (whole.width() < 660) {
        low = draw_why(stage, whole, draw_agi(stage, whole, low + 34) + 34);
        return draw_change(stage, whole, draw_stretches(stage, whole, low + 20) + 30);
    }
    const float half = (whole.width() - gap) / 2;
    const Column first{whole.left, whole.left + half};
    const Column second{whole.right - half, whole.right};
    const float left = draw_change(stage, first, draw_agi(stage, first, low + 38) + 30);
    return std::max(left, draw_stretches(stage, second, draw_why(stage, second, low + 38) + 20));
}

float draw_all(Stage& stage) {
    const Column whole{0, stage.surface.width};
    float y = draw_top_line(stage, whole, 2);
    y = draw_refusal(stage, whole, y);
    y = draw_sentence(stage, whole, y + 22);
    y = whole.width() >= 860 ? draw_columns(stage, whole, y + 14) : draw_one_column(stage, whole, y + 10);
    y = draw_levers(stage, whole, y + 34);
    y = draw_deal(stage, whole, y);
    y = draw_compare(stage, whole, y);
    y = draw_sure(stage, whole, y);
    y = draw_money(stage, whole, y);
    y = draw_known(stage, whole, y);
    return y + 12;
}

// A month of the headline that appears or goes is a break: a short emphasis, none where motion is unwanted.
void notice_breaks(Lab& lab) {
    const Headline& head = lab.results.reading.headline;
    const std::vector<bool> breaks{head.exclusivity_breaks == never, head.exclusivity_would_break == never,
                                   head.agi_trips == never, head.shortage_ends == never};
    const bool is_same_deal = lab.view.contract == lab.app.state.contract().id && !lab.view.breaks.empty();
    if (is_same_deal && breaks != lab.view.breaks && !lab.surface.reduced_motion)
        lab.view.emphasis_until = ImGui::GetTime() + 0.22;
    lab.view.breaks = breaks;
}

// Nobody draws the paper: who shows the lab clears to it, which costs next to nothing.
void begin_surface() {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("lab", nullptr,
                 ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
}

// What a press leads to shows in the next frame, and where the background has more to say, when that has finished.
void follow_presses(Lab& lab) {
    Hand& hand = lab.view.hand;
    if (ImGui::IsMouseDown(0) || !lab.results.background.is_finished())
        hand.frames_pressed = 3;
    else if (hand.frames_pressed > 0 && --hand.frames_pressed == 0)
        hand.pressed = 0;
}

void draw(Lab& lab) {
    begin_surface();
    const float density = ImGui::GetIO().DisplayFramebufferScale.x;
    const Pen pen{ImGui::GetWindowDrawList(), lab.surface.dark, density, lab.surface.widened, lab.surface.written};
    pen.list->_FringeScale = 1 / density;  // anti-aliasing is one device pixel wide
    lab.view.hand.draggable.clear();
    lab.view.hand.cursor = "default";
    lab.view.hand.is_holding = lab.view.hand.is_holding && ImGui::IsMouseDown(0);
    follow_presses(lab);
    Stage stage{{pen, lab.surface, lab.view.hand}, lab.app, lab.results, lab.view, lab.queue};
    lab.content_height = draw_all(stage);
    lab.view.contract = lab.app.state.contract().id;
    ImGui::End();
}

void tell(Lab& lab, const Host& host, float height_before, const std::string& cursor_before) {
    if (is_news(lab) && host.publish) host.publish(described(lab.app, lab.results));
    if (const auto typed = std::exchange(lab.view.hand.typed, std::nullopt); typed && host.edit_value) {
        const auto& [param, value, zone] = *typed;
        host.edit_value(std::string(param->key).c_str(), value_id(*param, value).c_str(), zone.left, zone.top,
                        zone.right - zone.left, zone.bottom - zone.top);
    }
    if (std::exchange(lab.view.requests.wants_file, false)) host.open_contract();
    if (const char* kind = std::exchange(lab.view.requests.exported, nullptr)) host.export_file(kind);
    if (host.set_height && lab.content_height != height_before) host.set_height(lab.content_height);
    if (host.set_cursor && lab.view.hand.cursor != cursor_before) host.set_cursor(lab.view.hand.cursor);
}

}  // namespace

void frame(Lab& lab, const Host& host) {
    const float height_before = lab.content_height;
    const std::string cursor_before = lab.view.hand.cursor;
    const Actions queue = std::exchange(lab.queue, {});
    for (const Action& action : queue) update(lab.app, action);
    refresh(lab.results, lab.app);
    if (host.now_ms) advance(lab.results.background, host.now_ms, slice_ms);
    lab.view.hand.can_type = host.edit_value != nullptr;
    lab.view.requests.can_open = host.open_contract != nullptr;
    lab.view.requests.can_export = host.export_file != nullptr;
    lab.view.is_working = host.now_ms && !lab.results.background.is_finished();
    notice_breaks(lab);
    draw(lab);
    tell(lab, host, height_before, cursor_before);
}

bool is_news(Lab& lab) {
    const bool knows_all = lab.results.background.is_finished();
    const bool is_new = lab.published != lab.app.revision || (knows_all && !lab.told_all);
    lab.published = lab.app.revision;
    lab.told_all = knows_all;
    return is_new;
}

bool is_unfinished(const Lab& lab) {
    return !lab.queue.empty() || lab.view.is_working ||
           (lab.view.emphasis_until > 0 && lab.view.emphasis_until + 0.05 > ImGui::GetTime());
}

bool is_draggable_at(const Lab& lab, float x, float y) {
    return std::ranges::any_of(lab.view.hand.draggable, [&](const Zone& zone) {
        return zone.holds(x, y) && !(zone.mouse_only && lab.surface.touch);
    });
}

}  // namespace fr
