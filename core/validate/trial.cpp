#include "core/validate/trial.h"

#include <QHash>

namespace aq {
namespace {

const QString keep = QStringLiteral("keep");

/// "q4_k", "int4:64", "keep": as actionText() has it.
QString schemeOf(const TensorPlan& plan)
{
    if (!plan.scheme)
        return keep;
    QString id = QString::fromLatin1(plan.scheme->id);
    if (qstrcmp(plan.scheme->family, "affine") != 0)
        return id;
    return id + u':' + QString::number(plan.options.groupSize);
}

/// Thousands of tensors have the same few texts: held once.
class SharedTexts {
public:
    QString operator()(const QString& text)
    {
        const auto known = m_texts.constFind(text);
        return known != m_texts.constEnd() ? *known : *m_texts.insert(text, text);
    }

private:
    QHash<QString, QString> m_texts;
};

TrialTensor tensorOf(const TensorReport& report)
{
    TrialTensor tensor;
    tensor.scheme = report.scheme;
    tensor.bytes = report.bytesAfter;
    tensor.status = report.status;
    if (report.status != Status::Failed) {
        tensor.relRmse = report.relRmse;
        tensor.cosineGap = 1 - report.cosine;
    }
    return tensor;
}

} // namespace

TrialTensors trialTensorsOf(const ModelHeader& header, const QuantPlan& plan)
{
    SharedTexts shared;
    TrialTensors tensors(header.tensors.size());
    for (std::size_t i = 0; i < std::min(tensors.size(), plan.tensors.size()); ++i) {
        const TensorPlan& wish = plan.tensors[i];
        tensors[i].scheme = shared(schemeOf(wish));
        tensors[i].bytes = wish.outputBytes;
        if (!wish.scheme)
            tensors[i].relRmse = tensors[i].cosineGap = 0;
        else
            tensors[i].status = Status::Passed;
    }
    return tensors;
}

TrialTensors trialTensorsOf(
    const ModelHeader& header, const ValidationReport& report, const QuantPlan* plan)
{
    QHash<QString, const TensorReport*> byName;
    byName.reserve(qsizetype(report.tensors.size()));
    for (const TensorReport& tensor : report.tensors)
        byName.insert(tensor.name, &tensor);
    SharedTexts shared;
    TrialTensors tensors(header.tensors.size());
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        TrialTensor& tensor = tensors[i];
        tensor.status = Status::Failed;
        if (const TensorReport* found = byName.value(header.tensors[i].name))
            tensor = tensorOf(*found);
        if (plan && i < plan->tensors.size() && plan->tensors[i].scheme
            && tensor.scheme == QLatin1StringView(plan->tensors[i].scheme->id))
            tensor.scheme = schemeOf(plan->tensors[i]);
        tensor.scheme = shared(tensor.scheme);
    }
    return tensors;
}

} // namespace aq
