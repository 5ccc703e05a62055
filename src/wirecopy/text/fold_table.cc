#include "wirecopy/text/fold_table.h"

namespace wirecopy::fold_table {

#include "fold_table.inc"

}  // namespace wirecopy::fold_table
