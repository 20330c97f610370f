#pragma once
#include "core/plan/findings.h"

namespace aq {

/// Every kind of finding; the ids, in this order, are in findings.cpp.
enum class Kind : std::uint8_t {
    TypeNotInFormat,
    NoElements,
    NameTwice,
    SplitPart,
    RowNotWholeBlocks,
    HalfRange,
    NotDecoded,
    GroupsUnused,
    ArchitectureMissing,
    ArchitectureUnknown,
    LayoutDiffusers,
    Prefix,
    FullCheckpoint,
    NoSourceMetadata,
    NameTooLong,
    TypeSlow,
    TypeNotRead,
    Dimensions,
    Reshaped,
    Count ///< Not one: how many there are.
};
const char* idOf(Kind kind); ///< "type-not-in-format": stable.

/// What one check looks at. The plan is of this very header.
struct Inspection {
    const ModelHeader& header;
    const QuantPlan& plan;
    const Consumer* consumer = nullptr; ///< Null: only what the format asks for.

    const TensorInfo& tensor(std::size_t i) const { return header.tensors[i]; }
    const TensorPlan& wish(std::size_t i) const { return plan.tensors[i]; }
    QString nameIn(std::size_t i) const; ///< As the file will have it.
    /// Lower-case type of the tensor as the file will have it: "q4_k", "bf16", "i64".
    QString typeIn(std::size_t i) const;
    bool isBlocks(std::size_t i) const; ///< Quantized in the file.
    bool isGguf() const;
    QString title() const; ///< Of the consumer; "GGUF" without one.
};

using Findings = std::vector<Finding>;
/// A row of the table in findings.cpp: appends what it finds.
using Check = void (*)(const Inspection& in, Findings& found);

// Of the format, for any reader.
void checkTypesInFormat(const Inspection& in, Findings& found);
void checkElements(const Inspection& in, Findings& found);
void checkNamesDiffer(const Inspection& in, Findings& found);
void checkParts(const Inspection& in, Findings& found);
void checkFallbacks(const Inspection& in, Findings& found);
void checkDecoded(const Inspection& in, Findings& found);
void checkGroups(const Inspection& in, Findings& found);
void checkHalfRange(const Inspection& in, Findings& found);

// Of one tensor and one program.
void checkNameLength(const Inspection& in, Findings& found);
void checkTypesRead(const Inspection& in, Findings& found);
void checkDimensions(const Inspection& in, Findings& found);
void checkReshaped(const Inspection& in, Findings& found);

// Of the whole file and one program.
void checkArchitecture(const Inspection& in, Findings& found);
void checkLayout(const Inspection& in, Findings& found);
void checkPrefix(const Inspection& in, Findings& found);
void checkWholeCheckpoint(const Inspection& in, Findings& found);
void checkSourceMetadata(const Inspection& in, Findings& found);

// Repairs.
Repair useTarget(const char* target);                       ///< "Write GGUF instead"
Repair useScheme(const QString& tensor, const QString& id); ///< "Store as q5_0"
Repair keepTensor(const QString& tensor);                   ///< "Keep as it is"
Repair stripPrefixes(bool strip);

} // namespace aq
