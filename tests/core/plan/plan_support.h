#pragma once
#include "core/plan/quant_plan.h"

#include <QTest>

namespace aq::test {

/// A plain tensor of a header made by hand: no file, no blob but its size.
inline TensorInfo tensorOf(const QString& name, Shape shape, DType dtype = DType::F16)
{
    TensorInfo info{name, dtype, std::move(shape), {}, {}, {}};
    info.data.bytes = byteSize(info.shape, dtype).value_or(0);
    return info;
}

/// One that the source holds quantized; its codes take `bytes`.
inline TensorInfo encodedOf(const QString& name, Shape shape, const char* scheme,
    std::int64_t bytes, const SchemeOptions& options = {})
{
    TensorInfo info{name, DType::F32, std::move(shape), {}, {}, {}};
    info.encoding = Encoding{QString::fromLatin1(scheme), options, {}, {}, {}};
    info.encoding->codes.bytes = bytes;
    return info;
}

/// For a target; nothing is kept for its size or its name.
inline Recipe bareRecipe(const char* target, const char* scheme = "int4")
{
    Recipe recipe;
    recipe.target = QString::fromLatin1(target);
    recipe.scheme = QString::fromLatin1(scheme);
    recipe.keepArchitectureList = false;
    recipe.keepBelowElements = 0;
    return recipe;
}

inline QuantPlan planned(const ModelHeader& header, const Recipe& recipe)
{
    auto plan = makePlan(header, recipe);
    if (!plan)
        qFatal("%s: %s", qPrintable(plan.error().where), qPrintable(plan.error().detail));
    return *std::move(plan);
}

inline TensorPlan plannedOne(const TensorInfo& tensor, const Recipe& recipe)
{
    return planned({{}, {tensor}}, recipe).tensors.front();
}

/// "q4_k", or "keep" where the source's bytes stay.
inline QString typeOf(const TensorPlan& plan)
{
    return plan.scheme ? QString(QLatin1StringView(plan.scheme->id)) : QStringLiteral("keep");
}

/// "fallback q5_0"
inline QString decidedOf(const TensorPlan& plan)
{
    return QLatin1StringView(reasonId(plan.reason)) + u' ' + typeOf(plan);
}

inline Rule ruleOf(const char* pattern, const char* action)
{
    return {QString::fromUtf8(pattern), *parseAction(QString::fromUtf8(action)), true};
}

} // namespace aq::test
