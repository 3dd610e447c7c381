// Reads from a chapter in JSON what a state knows of it: its scene and what may be bet. As with contracts every mistake
// is collected, with its path and what would have been right.
#pragma once

#include "core/files/json_reader.h"
#include "core/story/outline.h"

namespace fr {

class SceneReader : public JsonReader {
public:
    Scene read_scene(const Json& chapter, const std::string& where);

protected:
    // The items of a list that must have one.
    void for_each(const Json& object, const std::string& where, std::string_view key, std::size_t most, auto read_one,
                  bool required = true) {
        const Json* list = member(object, where, key, required);
        if (!list) return;
        if (!list->is_array() || list->empty() || list->size() > most)
            return fail(path(where, key), "must be a list of 1 to " + std::to_string(most));
        for (std::size_t i = 0; i < list->size(); ++i)
            read_one((*list)[i], path(where, key) + "[" + std::to_string(i) + "]");
    }
    Month model_month(const Json& object, const std::string& where, std::string_view key);
    const Param* input(const Json& object, const std::string& where, std::string_view key);
    const Contract& contract(const Json& object, const std::string& where, std::string_view key);

private:
    void read_state(const Json& state, const std::string& where, Scene& scene);
    std::string read_id(const Json& object, const std::string& where);
    void read_inputs(const Json& state, const std::string& where, Inputs& inputs);
    std::vector<Edit> edits(const Json& state, const std::string& where, const Contract& base);
    void read_part(const Json& value, const std::string& where, Parts& parts);
    Stake read_stake(const Json& bet, const std::string& where);
    void read_range(const Json& bet, const std::string& where, Stake& stake);
};

}  // namespace fr
