#pragma once
#include "core/analysis/block_name.h"
#include "core/plan/quant_plan.h"
#include "core/validate/validation_report.h"

#include <QHash>
#include <QSet>
#include <limits>
#include <memory>
#include <optional>

namespace aq {

/// A number that may be unknown: NaN then, and equal to another unknown one. (Plain NaNs differ
/// from themselves, and every line would seem to change with every plan.)
struct Measured {
    double value = std::numeric_limits<double>::quiet_NaN();
    Measured() = default;
    Measured(double number)
        : value(number)
    {
    }
    operator double() const { return value; }
    bool operator==(const Measured& other) const
    {
        return value == other.value || (value != value && other.value != other.value);
    }
};

/// One line of the tensor table: a tensor, or a block of them with sums.
struct TensorRow {
    QString name;  ///< Full dotted name; of a block, the prefix of its tensors.
    QString block; ///< That it is in, see blockOf(); empty: none.
    Shape shape;
    QString sourceType; ///< "BF16", or the scheme of a tensor that is quantized already.
    std::int64_t parameters = 0;
    std::int64_t bytesBefore = 0;
    std::int64_t bytesAfter = 0;
    Measured share;           ///< Of all bytes after, 0 to 1.
    bool quantizable = false; ///< Float, so that a type can be chosen.

    bool planned = false;           ///< There is a plan; else the next five say nothing.
    const Scheme* scheme = nullptr; ///< Null: kept.
    QString plannedText;            ///< "INT4 · 128"
    Reason reason = Reason::Default;
    QString because;
    QStringList chain;  ///< Every rule that spoke, weakest first.
    Shape storedShape;  ///< In other rows than its own; empty: its own.
    QString storedName; ///< Under another name; empty: its own.

    Measured relRmse; ///< Of a block: the worst of its tensors.
    Measured sqnrDb;
    std::optional<Status> status; ///< Nothing: not measured.
    bool outdated = false;        ///< Measured with another plan than the one shown.
    QString message;

    int tensors = 1;   ///< More than one only in a block.
    int quantized = 0; ///< How many of them get a scheme.
    bool operator==(const TensorRow&) const = default;
};

using HeaderPtr = std::shared_ptr<const ModelHeader>;
using PlanPtr = std::shared_ptr<const QuantPlan>;
using ReportPtr = std::shared_ptr<const ValidationReport>;

/// Makes the lines of rows() some at a time, so that many of them do not hold up the window. Texts
/// that are the same in many lines are held once.
class RowMaker {
public:
    /// Plan and report may be null.
    RowMaker(HeaderPtr header, PlanPtr plan, ReportPtr report);

    bool makeSome(std::size_t lines); ///< False: all are made.
    std::vector<TensorRow> take() { return std::move(m_rows); }

private:
    TensorRow rowOf(std::size_t tensor);
    void addPlan(TensorRow& row, const TensorPlan& plan);
    void addReport(TensorRow& row) const;

    HeaderPtr m_header;
    PlanPtr m_plan;
    ReportPtr m_report;
    bool m_sameDefaults = false; ///< Plan and report differ at most in what a line shows.
    QHash<QString, const TensorReport*> m_reports;
    QSet<QString> m_texts;
    std::vector<TensorRow> m_rows;
};

/// A line per tensor of the header, in its order. `plan` and `report` may be null; a report is
/// matched by name, and its numbers are marked outdated where the plan has changed since.
std::vector<TensorRow> rows(
    const ModelHeader& header, const QuantPlan* plan, const ValidationReport* report);

/// Tensors that belong together, and their sums as a line of their own.
struct TensorBlock {
    TensorRow sum;
    std::vector<int> rows; ///< Indices of its tensors, in their order.
};

TensorRow sumOf(
    const QString& name, const std::vector<TensorRow>& rows, const std::vector<int>& of);

/// Less than 0, 0, more than 0: like a comparison of strings, but "block.2" before "block.10".
int naturalCompare(QStringView a, QStringView b);

} // namespace aq
