#pragma once
#include "core/base/error.h"
#include "core/table/arrowquant.h"
#include "core/table/table_error.h"

#include <QStringList>
#include <functional>

namespace aq {

/// How a call of the C interface ends: what it returns, and what arrowquant_last_error() then says.
struct Answer {
    arrowquant_status status = ARROWQUANT_DONE;
    QString why = {}; ///< A line per reason; empty exactly when done.
};

Answer wrongUsage(const QString& why);
/// Of a whole table or a call: what is wrong with options, input, or the machine.
Answer answerTo(const Error& error);
/// A line per bad layer, a hundred at most.
QString linesOf(const std::vector<LayerError>& errors);
QString linesOf(const QStringList& reasons); ///< Likewise.

/// Does the work of a call and remembers its answer for this thread. Lets no exception out.
int answer(const std::function<Answer()>& work) noexcept;

const char* lastAnswer() noexcept; ///< Why the last call of this thread was not done; or "".

} // namespace aq
