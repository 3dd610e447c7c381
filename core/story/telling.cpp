// Numbers into prose, and bets beside answers.
#include "core/story/telling.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/words/format.h"

namespace fr {

namespace {

// Each number of a chapter's prose, in order.
void each_number(const Chapter& chapter, auto act) {
    for (const auto* paragraphs : {&chapter.says, &chapter.reveal, &chapter.act})
        for (const Paragraph& paragraph : *paragraphs)
            for (const Piece& piece : paragraph)
                if (piece.number) act(*piece.number);
}

std::optional<double> in_scene(const Number& number, const Scene& scene) {
    if (number.whose == Whose::opening) return value_of(number, opening_inputs(scene.deal.base()), scene.deal.base());
    return value_of(number, scene.inputs, scene.deal.contract());
}

int digits_of(double step) { return step >= 1 ? 0 : step >= 0.1 ? 1 : 2; }

bool is_right(const Bet& bet, std::size_t option, double answer) {
    return answer <= bet.options[option].at_most && (option == 0 || answer > bet.options[option - 1].at_most);
}

std::size_t right_option(const Bet& bet, double answer) {
    std::size_t option = 0;
    while (option + 1 < bet.options.size() && !is_right(bet, option, answer)) ++option;
    return option;
}

// A number and its unit as the bet counts them.
std::string amount(const Bet& bet, double value) {
    if (bet.param) return value_text(*bet.param, value);
    return decimals(value, digits_of(bet.step)) + " " + bet.unit;
}

}  // namespace

ChapterNumbers numbers_of(const Chapter& chapter) {
    ChapterNumbers numbers;
    each_number(chapter, [&](const Number& number) {
        const bool is_readers = number.whose == Whose::reader;
        numbers.in_prose.push_back(is_readers ? std::nullopt : in_scene(number, chapter));
    });
    for (const Bet& bet : chapter.bets) {
        const auto answer = bet.answer ? in_scene(*bet.answer, chapter) : bet.known;
        numbers.answers.push_back(answer ? std::optional(*answer * bet.times) : std::nullopt);
    }
    return numbers;
}

std::string bet_words(const Bet& bet, double value) {
    return bet.options.empty() ? amount(bet, value) : entry(bet.options, value).says;
}

std::string answer_words(const Bet& bet, std::optional<double> answer) {
    const std::string who = bet.known_by.empty() ? "The model says: " : "The record says: ";
    if (!answer) return who + "at no value.";
    if (bet.options.empty()) return who + amount(bet, *answer) + ".";
    return who + bet.options[right_option(bet, *answer)].says + ".";
}

std::string verdict(const Bet& bet, double value, std::optional<double> answer) {
    const std::string start = "You bet: " + bet_words(bet, value);
    if (!answer) return start + ".";
    if (!bet.options.empty())
        return start + (right_option(bet, *answer) == static_cast<std::size_t>(value) ? ": so it is." : ".");
    const double off = value - *answer, far = std::fabs(off);
    if (far <= bet.step / 2) return start + ": as near as the scale tells.";
    const std::string side = off > 0 ? " too high." : " too low.";
    return start + (far <= bet.close ? ": close, " : ": ") + amount(bet, far) + side;
}

namespace {

// Takes the chapter's numbers in turn, and works out the reader's.
class Teller {
public:
    Teller(const ChapterNumbers& numbers, const ReaderState& reader) : numbers(numbers), reader(reader) {}

    Json paragraphs(const std::vector<Paragraph>& all) {
        Json list = Json::array();
        for (const Paragraph& one : all) list.push_back(paragraph(one));
        return list;
    }

private:
    Json paragraph(const Paragraph& pieces) {
        Json list = Json::array();
        for (const Piece& piece : pieces) {
            if (!piece.number)
                list.push_back(piece.words);
            else if (piece.number->whose == Whose::reader)
                list.push_back({{"now", now(*piece.number)}});
            else
                list.push_back(value_words(*piece.number, numbers.in_prose[next]));
            next += piece.number ? 1 : 0;
        }
        return list;
    }
    std::string now(const Number& number) const {
        return value_words(number, value_of(number, reader.inputs, reader.contract));
    }

    const ChapterNumbers& numbers;
    const ReaderState& reader;
    std::size_t next = 0;
};

Json bet_json(const Bet& bet, std::optional<double> answer, const Bets& bets) {
    Json json{{"id", bet.id}, {"asks", bet.asks}, {"low", bet.low}, {"high", bet.high}, {"step", bet.step}};
    json["unit"] = bet.param ? std::string(bet.param->unit) : bet.unit;
    json["input"] = bet.param ? Json(bet.param->key) : Json(nullptr);
    json["options"] = Json::array();
    for (const Option& option : bet.options) json["options"].push_back(option.says);
    const auto value = placed(bets, bet.id);
    json["placed"] = value ? Json(*value) : Json(nullptr);
    json["verdict"] = value ? verdict(bet, *value, answer) : "";
    json["answer"] = answer_words(bet, answer);
    json["known_by"] = bet.known_by;
    return json;
}

}  // namespace

Json chapter_json(const Story& story, std::size_t index, const ChapterNumbers& numbers, const ReaderState& reader) {
    const Chapter& chapter = story.chapters[index];
    Teller teller{numbers, reader};
    Json json{{"id", chapter.id}, {"number", index + 1}, {"title", chapter.title}};
    json["says"] = teller.paragraphs(chapter.says);
    json["reveal"] = teller.paragraphs(chapter.reveal);
    json["act"] = teller.paragraphs(chapter.act);
    json["lever"] = chapter.lever ? Json(chapter.lever->key) : Json(nullptr);
    const Contract* other = chapter.alternative;
    json["alternative"] = other ? Json{{"id", other->id}, {"title", other->title}} : Json(nullptr);
    json["facts"] = chapter.facts;
    json["bets"] = Json::array();
    for (std::size_t i = 0; i < chapter.bets.size(); ++i)
        json["bets"].push_back(bet_json(chapter.bets[i], numbers.answers[i], reader.bets));
    return json;
}

}  // namespace fr
