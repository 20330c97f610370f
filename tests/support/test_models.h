#pragma once
#include "core/tensor/tensor_info.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace aq::test {

/// A tensor for a model made in memory.
struct TestTensor {
    QString name;
    DType dtype = DType::F32;
    Shape shape;
    QByteArray bytes; ///< Elements, little endian; its size must fit.
};

/// `count` normal floats with the given standard deviation, from a fixed generator: the same
/// numbers on every machine.
std::vector<float> gaussian(std::size_t count, float sigma, unsigned seed = 1);

QByteArray bytesOf(const std::vector<float>& values);

TestTensor floatTensor(const QString& name, Shape shape, unsigned seed = 1);

/// A well-formed safetensors file.
QByteArray safetensorsFile(const std::vector<TestTensor>& tensors);

/// Path of a file in the shared models, or empty where they are not there: the test says it skips.
QString sharedModel(const QString& name);

} // namespace aq::test
