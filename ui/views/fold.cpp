// The heading of a panel that folds away.
#include "ui/views/below.h"

namespace fr {

bool fold(Stage& stage, const char* id, std::string_view title, std::string_view note, Column column, float& y) {
    Folds& folds = stage.view.folds;
    const Fold heading = fold_heading(stage, id, title, note, folds.has(id), column, y);
    if (heading.pressed) folds.turn(id);
    y = heading.bottom;
    return folds.has(id);
}

}  // namespace fr
