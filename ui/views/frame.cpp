// The order of a frame: what was done, what follows from it, what it looks like; and telling the host.
#include <imgui_internal.h>

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "core/words/format.h"
#include "ui/state/described.h"
#include "ui/views/lab.h"
#include "ui/views/list.h"

namespace fr {

namespace {

void draw_stage(Stage& stage, const Layout& layout) {
    draw_bar(stage, layout);
    draw_sentence(stage, layout);
    draw_hero(stage, layout);
    draw_capacity(stage, layout);
    if (layout.form == Form::wide)
        draw_strip(stage, layout);
    else
        draw_chips(stage, layout);
}

float draw_tab(Stage& stage, const Layout& layout, float y) {
    const Column column = layout.panel.column();
    switch (shown_tab(stage)) {
        case Tab::story:
            return y;  // the host tells it
        case Tab::why:
            return draw_why_tab(stage, layout, y);
        case Tab::levers:
            return draw_levers(stage, column, y);
        case Tab::clauses:
            return draw_clauses(stage, column, y);
        case Tab::sure:
            return draw_sure(stage, column, y);
        case Tab::compare:
            return draw_compare(stage, column, y);
        case Tab::money:
            return draw_money(stage, column, y);
        case Tab::record:
            return draw_record(stage, column, y);
    }
    return y;
}

// What the panel holds, as far as it is seen: moved up by what was scrolled.
Panel draw_panel(Stage& stage, const Layout& layout, const Panel& before) {
    constexpr float aside = 8, above = 6, below = 28;
    const Place& place = layout.panel;
    draw_tabs(stage, layout);
    const float scrolled = std::clamp(stage.surface.scrolled, 0.0f, before.furthest());
    ImGui::PushClipRect({place.left - aside, place.top}, {place.right + aside, place.bottom}, true);
    stage.hand.scrolled = scrolled;
    const float top = place.top - scrolled;
    const float low = draw_tab(stage, layout, draw_refusal(stage, place.column(), top + above));
    stage.hand.scrolled = 0;
    ImGui::PopClipRect();
    return {place, shown_tab(stage), low - top + below, stage.view.menu};
}

// What breaks, trips or no longer ends gets a short emphasis; what holds again gets none, nor does anything where
// motion is unwanted.
void notice_breaks(Lab& lab) {
    const Headline& head = lab.results.reading.headline;
    const std::vector<bool> breaks{head.exclusivity_breaks < never, head.exclusivity_would_break < never,
                                   head.agi_trips < never, has_shortage(head) && head.shortage_ends == never};
    const bool is_same_deal = lab.view.contract == lab.app.state.contract().id && !lab.view.breaks.empty();
    bool is_worse = false;
    for (std::size_t i = 0; is_same_deal && i < breaks.size(); ++i) is_worse |= breaks[i] && !lab.view.breaks[i];
    if (is_worse && !lab.surface.reduced_motion) lab.view.emphasis_until = ImGui::GetTime() + 0.22;
    lab.view.breaks = breaks;
}

bool wants_replay(const Lab& lab) { return (lab.view.replays || lab.replays) && can_replay(lab.app); }

// The last step is shown for as long as it is wanted; what is done meanwhile ends it.
void follow_replay(Lab& lab) {
    const bool is_wanted = wants_replay(lab);
    if (!is_wanted || (lab.replay && lab.replay->of != lab.app.revision)) lab.replay.reset();
    if (!is_wanted) return;
    if (!lab.replay) {
        lab.replay.emplace(lab.app, lab.results);
        lab.replay_from = ImGui::GetTime();
    }
    show_part(*lab.replay, part_at(ImGui::GetTime() - lab.replay_from, !lab.surface.reduced_motion));
}

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

// A moved hand's value, by where its track stood in the last frame: what follows from it is in this one.
void follow_track(Lab& lab) {
    const auto held = std::exchange(lab.view.hand.track, std::nullopt);
    if (!held || !held->param->field || !ImGui::IsMouseDown(0)) return;
    const double value = settled(*held->param, value_at(*held, ImGui::GetIO().MousePos.x));
    lab.queue.push_back(SetInput{held->param, value});
}

// A replay draws another state for a while: what of the view belongs to the reader's own stays.
struct KeptView {
    explicit KeptView(View& of) : view(of), band(of.band), chosen(of.chosen), as_of(of.as_of) {}
    ~KeptView() { std::tie(view.band, view.chosen, view.as_of) = std::tie(band, chosen, as_of); }
    KeptView(const KeptView&) = delete;
    KeptView& operator=(const KeptView&) = delete;

    View& view;
    int band;
    StripBand chosen;
    Month as_of;
};

void draw(Lab& lab) {
    begin_surface();
    const float density = ImGui::GetIO().DisplayFramebufferScale.x;
    const Pen pen{ImGui::GetWindowDrawList(), lab.surface.shade, density, lab.surface.widened, lab.surface.written};
    pen.list->_FringeScale = 1 / density;  // anti-aliasing is one device pixel wide
    Hand& hand = lab.view.hand;
    hand.draggable.clear();
    lab.view.menu = {};
    lab.view.replays = false;
    hand.cursor = "default";
    hand.is_holding = hand.is_holding && ImGui::IsMouseDown(0);
    follow_presses(lab);
    Stage stage{{pen, lab.surface, hand},
                lab.replay ? lab.replay->app : lab.app,
                lab.replay ? lab.replay->results : lab.results,
                lab.view,
                lab.queue};
    std::optional<KeptView> kept;
    if (lab.replay) kept.emplace(lab.view);
    const Layout layout = layout_of(lab.surface);
    draw_stage(stage, layout);
    lab.panel = draw_panel(stage, layout, lab.panel);
    lab.view.contract = lab.app.state.contract().id;
    ImGui::End();
}

constexpr double told_every_ms = 100;  // while something is held

void tell_state(Lab& lab, const Host& host) {
    const double now = host.now_ms ? host.now_ms() : 0;
    if (ImGui::IsMouseDown(0) && now - lab.told_ms < told_every_ms) return;
    if (!is_news(lab)) return;
    lab.told_ms = now;
    if (host.publish) host.publish(described(lab.app, lab.results));
}

void ask(View& view, const Host& host) {
    if (const auto typed = std::exchange(view.hand.typed, std::nullopt); typed && host.edit_value) {
        const auto& [param, value, zone] = *typed;
        host.edit_value(std::string(param->key).c_str(), value_id(*param, value).c_str(), zone.left, zone.top,
                        zone.right - zone.left, zone.bottom - zone.top);
    }
    if (std::exchange(view.requests.wants_file, false)) host.open_contract();
    if (const char* kind = std::exchange(view.requests.exported, nullptr)) host.export_file(kind);
}

}  // namespace

void frame(Lab& lab, const Host& host) {
    follow_track(lab);
    const Actions queue = std::exchange(lab.queue, {});
    for (const Action& action : queue) update(lab.app, action);
    refresh(lab.results, lab.app);
    lab.view.hand.can_type = host.edit_value != nullptr;
    lab.view.requests.can_open = host.open_contract != nullptr;
    lab.view.requests.can_export = host.export_file != nullptr;
    notice_breaks(lab);
    follow_replay(lab);
    draw(lab);
}

void tell(Lab& lab, const Host& host) {
    tell_state(lab, host);
    ask(lab.view, host);
    if (host.set_panel && lab.panel != lab.told) host.set_panel(lab.panel);
    lab.told = lab.panel;
    if (host.set_cursor && lab.view.hand.cursor != lab.view.cursor_told) host.set_cursor(lab.view.hand.cursor);
    lab.view.cursor_told = lab.view.hand.cursor;
}

bool is_news(Lab& lab) {
    const bool knows_all = lab.results.background.is_finished();
    const bool is_new = lab.published != lab.app.revision || (knows_all && !lab.told_all);
    lab.published = lab.app.revision;
    lab.told_all = knows_all;
    return is_new;
}

bool is_unfinished(const Lab& lab) {
    const bool replays = wants_replay(lab);
    return !lab.queue.empty() || replays != lab.replay.has_value() || (replays && !lab.surface.reduced_motion) ||
           (lab.view.emphasis_until > 0 && lab.view.emphasis_until + 0.05 > ImGui::GetTime());
}

bool is_draggable_at(const Lab& lab, float x, float y) {
    return std::ranges::any_of(lab.view.hand.draggable, [&](const Zone& zone) {
        return zone.holds(x, y) && !(zone.mouse_only && lab.surface.touch);
    });
}

}  // namespace fr
