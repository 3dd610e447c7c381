// Runs what a link opens and compares.
#include "core/keep/stamp.h"

#include "core/files/assets.h"

namespace fr {

bool is_of_another_model(const OpenedLink& link) {
    if (!link.stamp) return false;
    const Contract contract = edited(*find_contract(link.state.contract), link.state.edits);
    return *link.stamp != stamp_of(fingerprint(simulate(link.state.inputs, contract)));
}

}  // namespace fr
