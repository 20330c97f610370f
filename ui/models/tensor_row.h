#pragma once
#include "core/analysis/block_name.h"
#include "core/plan/quant_plan.h"
#include "core/validate/validation_report.h"

#include <QHash>
#include <QSharedData>
#include <algorithm>
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

/// What a tensor is and what is planned for it: mostly the same in many lines, and held once then.
struct TensorKind : QSharedData {
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
    QStringList chain; ///< Every rule that spoke, weakest first.
    Shape storedShape; ///< In other rows than its own; empty: its own.
    bool operator==(const TensorKind& other) const;
};

/// What is only of one tensor, where there is anything: what was measured, another name.
struct TensorFacts : QSharedData {
    QString storedName; ///< In the file that is written; empty: its own.
    Measured relRmse;   ///< Of a block: the worst of its tensors.
    Measured sqnrDb;
    std::optional<Status> status; ///< Nothing: not measured.
    bool outdated = false;        ///< Measured with another plan than the one shown.
    QString message;
    bool operator==(const TensorFacts& other) const;
};

/// A value that copies share until one of them is written to. Of the first there is only one.
template <typename Value>
class SharedValue : public QSharedDataPointer<Value> {
public:
    SharedValue()
        : QSharedDataPointer<Value>(first())
    {
    }
    explicit SharedValue(Value* value)
        : QSharedDataPointer<Value>(value)
    {
    }
    bool operator==(const SharedValue& other) const
    {
        return this->constData() == other.constData() || *this->constData() == *other.constData();
    }

private:
    static const QSharedDataPointer<Value>& first()
    {
        static const QSharedDataPointer<Value> value(new Value);
        return value;
    }
};

/// One line of the tensor table: a tensor, or a block of them with sums. Small: a table of 100,000
/// holds two for each while a plan is replaced.
struct TensorRow {
    QString name; ///< Full dotted name; of a block, the prefix of its tensors.
    SharedValue<TensorKind> kind;
    SharedValue<TensorFacts> facts;
    int blockLength = -1; ///< Of the name's start that is its block; -1: not looked for yet.
    int tensors = 1;      ///< More than one only in a block.
    int quantized = 0;    ///< How many of them get a scheme.

    /// That it is in, see blockOf(); empty: none.
    QStringView block() const { return QStringView(name).first(std::max(0, blockLength)); }
    void findBlock();
    bool operator==(const TensorRow&) const = default;
};
static_assert(sizeof(TensorRow) <= 56, "100,000 of them are held");

using HeaderPtr = std::shared_ptr<const ModelHeader>;
using PlanPtr = std::shared_ptr<const QuantPlan>;
using ReportPtr = std::shared_ptr<const ValidationReport>;

/// Makes the lines of rows() some at a time, so that many of them do not hold up the window. What
/// is the same in many lines is held once.
class RowMaker {
public:
    /// Plan and report may be null.
    RowMaker(HeaderPtr header, PlanPtr plan, ReportPtr report);

    bool makeSome(std::size_t lines); ///< False: all are made.
    std::vector<TensorRow> take() { return std::move(m_rows); }
    std::size_t kindCount() const { return std::size_t(m_kinds.size()); }

private:
    /// Tensors that are alike and planned alike, whatever their names.
    struct Sample {
        const TensorInfo* tensor;
        const TensorPlan* plan; ///< Null: not planned.
        bool operator==(const Sample& other) const;
        friend std::size_t qHash(const Sample& sample, std::size_t seed)
        {
            return sample.hash(seed);
        }
        std::size_t hash(std::size_t seed) const;
    };
    TensorRow rowOf(std::size_t tensor);
    SharedValue<TensorKind> kindOf(const Sample& sample);
    void addPlan(TensorKind& kind, const TensorPlan& plan) const;
    void addReport(TensorRow& row) const;

    HeaderPtr m_header;
    PlanPtr m_plan;
    ReportPtr m_report;
    bool m_sameDefaults = false; ///< Plan and report differ at most in what a line shows.
    QHash<QString, const TensorReport*> m_reports;
    QHash<Sample, SharedValue<TensorKind>> m_kinds;
    std::vector<TensorRow> m_rows;
};

/// A line per tensor of the header, in its order. `plan` and `report` may be null; a report is
/// matched by name, and its numbers are marked outdated where the plan has changed since.
std::vector<TensorRow> rows(
    const ModelHeader& header, const QuantPlan* plan, const ValidationReport* report);

/// Tensors that belong together as a line of their own: `of` are their indices, at least one.
TensorRow sumOf(const QString& name, const std::vector<TensorRow>& rows, std::span<const int> of);

/// Less than 0, 0, more than 0: like a comparison of strings, but "block.2" before "block.10".
int naturalCompare(QStringView a, QStringView b);

} // namespace aq
