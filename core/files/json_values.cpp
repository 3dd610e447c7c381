// The one way in which months and values are written as JSON.
#include "core/files/json_values.h"

#include <nlohmann/json.hpp>
#include <string>

#include "core/words/format.h"
#include "core/words/names.h"

namespace fr {

Json month_json(Month month) { return month >= never ? Json(nullptr) : Json(month_id(month)); }

Json value_json(const Param& param, double value) {
    return param.kind == InputKind::number ? Json(value) : Json(value_id(param, value));
}

Json words_json(std::string_view words) {
    Json list = Json::array();
    while (!words.empty()) {
        const std::size_t space = words.find(' ');
        list.push_back(std::string(words.substr(0, space)));
        words = space == std::string_view::npos ? std::string_view{} : words.substr(space + 1);
    }
    return list;
}

Json edits_json(const std::vector<Edit>& edits) {
    Json list = Json::array();
    for (const Edit& edit : edits) list.push_back({{"clause", edit.clause}, {"kind", entry(names::edits, edit.kind)}});
    return list;
}

}  // namespace fr
