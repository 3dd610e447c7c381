// The words of core/words/names.h and of the tables beside it, for the page: it spells none of them itself.
#pragma once

#include "core/files/json_values.h"

namespace fr {

// By table a list of {id, word, spelled}; the kinds of clauses that can be dropped; the first and last month of the
// model; and how long texts from outside may be.
Json vocabulary_json();

}  // namespace fr
