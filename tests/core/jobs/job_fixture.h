#pragma once
#include "core/jobs/job.h"
#include "tests/support/model_files.h"
#include "tests/support/test_models.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace aq::test {

/// A folder with one model in it, and requests about that model.
class JobFixture {
public:
    explicit JobFixture(const std::vector<TestTensor>& tensors)
    {
        const bool written
            = write(path(QStringLiteral("in.safetensors")), safetensorsFile(tensors));
        const auto opened = openModel(path(QStringLiteral("in.safetensors")));
        if (!written || !opened)
            qFatal("the test's own model cannot be opened");
        source = *opened;
    }

    QString path(const QString& name) const { return m_folder.filePath(name); }

    /// All names in the folder, hidden ones too: nothing may be left behind.
    QStringList names() const
    {
        return QDir(m_folder.path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    QuantizeRequest request(
        const Recipe& recipe, const QString& output = QStringLiteral("out")) const
    {
        const auto plan = makePlan(source.header(), recipe);
        if (!plan)
            qFatal("%s", qPrintable(plan.error().detail));
        return {source, *plan, path(output), false, {0, false}, {}};
    }

    ModelSource source;

private:
    QTemporaryDir m_folder;
};

/// The tensor of that name: files may hold them in another order than their source.
inline const TensorInfo& tensorNamed(const ModelSource& model, const QString& name)
{
    for (const TensorInfo& tensor : model.header().tensors)
        if (tensor.name == name)
            return tensor;
    qFatal("%s has no tensor %s", qPrintable(model.path()), qPrintable(name));
}

/// Everything is quantized that can be: no keep-lists, no limits.
inline Recipe recipeForAll(const QString& target, const QString& scheme, int groupSize = 32)
{
    Recipe recipe;
    recipe.target = target;
    recipe.scheme = scheme;
    recipe.groupSize = groupSize;
    recipe.keepOneDimensional = false;
    recipe.keepBelowElements = 0;
    recipe.keepArchitectureList = false;
    return recipe;
}

inline QByteArray sha256(const QString& path)
{
    return QCryptographicHash::hash(contentsOf(path), QCryptographicHash::Sha256).toHex();
}

/// The tensor with one element replaced.
inline TestTensor withValue(TestTensor tensor, qsizetype index, float value)
{
    tensor.bytes.replace(index * 4, 4, QByteArray(reinterpret_cast<const char*>(&value), 4));
    return tensor;
}

inline const Finished& finished(const JobEnd& end)
{
    if (const auto* failed = std::get_if<Failed>(&end))
        qFatal("%s", qPrintable(textOf(failed->error)));
    return std::get<Finished>(end);
}

} // namespace aq::test
