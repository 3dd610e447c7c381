// A deal as a reader has it: a contract, shipped or of his own, and what he changed about its clauses. Contracts are
// immutable and shared, so that a copy of a deal, such as a step of undo, costs some bytes.
#pragma once

#include <memory>
#include <vector>

#include "core/deal/contract.h"
#include "core/deal/params.h"
#include "core/deal/terms.h"

namespace fr {

class Deal {
public:
    explicit Deal(std::shared_ptr<const Contract> base, std::vector<Edit> edits = {});
    explicit Deal(Contract own);  // of the reader's own

    const Contract& base() const { return *as_published; }  // as shipped or loaded
    const std::vector<Edit>& edits() const { return changes; }
    const Contract& contract() const { return *as_edited; }  // the base with the edits: what is run
    Deal with(std::vector<Edit> edits) const { return Deal(as_published, std::move(edits)); }
    bool operator==(const Deal& other) const;

private:
    std::shared_ptr<const Contract> as_published, as_edited;  // the same where nothing was edited
    std::vector<Edit> changes;
};

// The inputs with which a contract opens: the defaults and its presets.
Inputs opening_inputs(const Contract& contract);

}  // namespace fr
