#include "tests/core/jobs/job_fixture.h"
#include "tests/support/schemes_of.h"

#include <cmath>

using namespace aq;
using namespace aq::test;

namespace {

QByteArray bytesAt(const ModelSource& model, const Blob& blob)
{
    QByteArray bytes(blob.bytes, '\0');
    const MutableBytes into
        = std::as_writable_bytes(std::span(bytes.data(), std::size_t(bytes.size())));
    if (!model.readBlob(blob, 0, into))
        qFatal("cannot read a blob");
    return bytes;
}

/// The same action for every tensor; a null scheme keeps them.
QuantPlan planFor(const ModelSource& model, const char* target, const Scheme* scheme,
    const SchemeOptions& options = {})
{
    QuantPlan plan;
    plan.recipe.target = QLatin1StringView(target);
    plan.target = targetNamed(plan.recipe.target);
    for (std::size_t i = 0; i < model.header().tensors.size(); ++i) {
        TensorPlan tensor;
        tensor.scheme = scheme;
        tensor.options = plan.target->adjust(options);
        plan.tensors.push_back(tensor);
    }
    return plan;
}

SchemeOptions groupsOf(int size)
{
    SchemeOptions options;
    options.groupSize = size;
    return options;
}

} // namespace

/// Sources that are quantized already: kept as they are, or decoded and quantized again.
class TestRequantize : public QObject {
    Q_OBJECT

    /// The fixture's model, quantized to a packed file.
    static ModelSource quantized(const JobFixture& job, const Scheme& scheme, int groupSize)
    {
        QuantizeRequest request
            = job.request(recipeForAll(QStringLiteral("safetensors"), QStringLiteral("int4")));
        request.plan = planFor(job.source, "safetensors", &scheme, groupsOf(groupSize));
        request.output = job.path(QStringLiteral("first.safetensors"));
        finished(quantizeModel(request, {}));
        return *openModel(request.output);
    }

    static Finished again(const JobFixture& job, const ModelSource& source, const QuantPlan& plan,
        const QString& output)
    {
        QuantizeRequest request
            = job.request(recipeForAll(QStringLiteral("safetensors"), QStringLiteral("int4")));
        request.source = source;
        request.plan = plan;
        request.output = output;
        return finished(quantizeModel(request, {}));
    }

private Q_SLOTS:
    void keptCodesAreTheSameBytes()
    {
        const JobFixture job({floatTensor(QStringLiteral("a"), {700, 512}, 1),
            floatTensor(QStringLiteral("b"), {3, 100}, 2)});
        const ModelSource first = quantized(job, *schemeNamed(u"int4"), 64);
        const QString output = job.path(QStringLiteral("second.safetensors"));
        const Finished end = again(job, first, planFor(first, "safetensors", nullptr), output);
        const ModelSource second = *openModel(output);
        for (const QString& name : {QStringLiteral("a"), QStringLiteral("b")}) {
            const Encoding &x = *tensorNamed(first, name).encoding,
                           &y = *tensorNamed(second, name).encoding;
            QCOMPARE(bytesAt(second, y.codes), bytesAt(first, x.codes));
            QCOMPARE(bytesAt(second, y.scales), bytesAt(first, x.scales));
            QCOMPARE(bytesAt(second, y.zeros), bytesAt(first, x.zeros));
        }
        for (const TensorReport& tensor : end.report.tensors)
            QCOMPARE(tensor.relRmse, 0.0);
    }

    // The same as dequantizing first and quantizing what came of it.
    void codesComeFromTheDecodedValues_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        for (const Scheme* from : schemesOf("affine"))
            QTest::addRow("%s", from->id)
                << QString::fromLatin1(from->id) << QStringLiteral("int4");
    }
    void codesComeFromTheDecodedValues()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const JobFixture job({floatTensor(QStringLiteral("a"), {700, 512}, 1),
            floatTensor(QStringLiteral("c"), {20, 30, 3, 3}, 3)});
        const ModelSource first = quantized(job, *schemeNamed(from), 128);
        const QuantPlan plan = planFor(first, "safetensors", schemeNamed(to), groupsOf(32));
        const QString direct = job.path(QStringLiteral("direct.safetensors"));
        const Finished end = again(job, first, plan, direct);

        const QString floats = job.path(QStringLiteral("floats.safetensors"));
        finished(dequantizeModel({first, floats, DType::F32, false, {0, 256 << 20, false}}, {}));
        const QString indirect = job.path(QStringLiteral("indirect.safetensors"));
        const Finished twice = again(job, *openModel(floats), plan, indirect);
        const ModelSource x = *openModel(direct), y = *openModel(indirect);
        for (const QString& name : {QStringLiteral("a"), QStringLiteral("c")})
            QCOMPARE(bytesAt(x, tensorNamed(x, name).encoding->codes),
                bytesAt(y, tensorNamed(y, name).encoding->codes));
        for (std::size_t i = 0; i < 2; ++i) {
            QVERIFY(end.report.tensors[i].sqnrDb == twice.report.tensors[i].sqnrDb);
            QVERIFY(end.report.tensors[i].sqnrDb > 15);
        }
    }

    void whatCannotBeDecodedIsNamed()
    {
        OpenedModel opened;
        TensorInfo tensor{QStringLiteral("blk.0.w"), DType::F32, {4, 256}, {}, {}, {}};
        tensor.encoding = Encoding{QStringLiteral("iq2_xxs"), {}, {0, 0, 4 * 66}, {}, {}};
        opened.header.tensors = {tensor};
        opened.parts = {memoryBytes(std::vector<std::byte>(4 * 66))};
        opened.files = {QStringLiteral("m.gguf")};
        const ModelSource source(QStringLiteral("m.gguf"), *formats().front(), opened);
        const JobEnd end = measureModel(
            {source, planFor(source, "safetensors", schemeNamed(u"int4")), {}, {}}, {});
        const auto* failed = std::get_if<Failed>(&end);
        QVERIFY(failed);
        QCOMPARE(textOf(failed->error), QStringLiteral("m.gguf: blk.0.w: cannot decode IQ2_XXS"));
    }

    // "Made from …", "forced …": such entries speak of one file, not of those made from it.
    void entriesAboutTheSourcesMakingAreNotInherited()
    {
        const JobFixture job({floatTensor(QStringLiteral("a"), {30, 256}, 1)});
        QuantizeRequest request
            = job.request(recipeForAll(QStringLiteral("gguf"), QStringLiteral("q8_0")));
        request.output = job.path(QStringLiteral("forced.gguf"));
        request.metadata.insert(QStringLiteral("arrowquant.forced"), QStringLiteral("why"));
        finished(quantizeModel(request, {}));
        const ModelSource forced = *openModel(request.output);
        QCOMPARE(forced.header().metadata.value(QStringLiteral("arrowquant.forced")),
            QStringLiteral("why"));
        for (const char* target : {"gguf", "arrow"}) {
            const QString output = job.path(QStringLiteral("again.") + QLatin1StringView(target));
            const Scheme* scheme
                = schemeNamed(QLatin1StringView(target) == u"gguf" ? u"q4_0" : u"int4");
            again(job, forced, planFor(forced, target, scheme), output);
            const ModelSource file = *openModel(output);
            QVERIFY(!file.header().metadata.contains(QStringLiteral("arrowquant.forced")));
            QCOMPARE(file.header().metadata.value(QStringLiteral("arrowquant.source")),
                QStringLiteral("forced.gguf"));
        }
    }

    // A format may have no place for what fails: then its own error ends the job, also where a
    // person wants to go on.
    void whatCannotBeKeptEndsTheJob()
    {
        const JobFixture job({{QStringLiteral("ok"), DType::F8_E4M3, {2, 32}, QByteArray(64, 1)},
            {QStringLiteral("bad"), DType::F8_E4M3, {2, 32}, QByteArray(64, '\x7f')}});
        QuantizeRequest request
            = job.request(recipeForAll(QStringLiteral("gguf"), QStringLiteral("q8_0")));
        request.output = job.path(QStringLiteral("out.gguf"));
        request.limits.continueOnError = true;
        const JobEnd end = quantizeModel(request, {});
        const auto* failed = std::get_if<Failed>(&end);
        QVERIFY(failed);
        QVERIFY2(
            textOf(failed->error).endsWith(QStringLiteral("in.safetensors: bad: element 0 is NaN")),
            qPrintable(textOf(failed->error)));
        QCOMPARE(job.names(), QStringList{QStringLiteral("in.safetensors")});
    }

    // A cast is rounded as IEEE 754 says, and what does not fit is an error, not infinity.
    void castsAreFloats()
    {
        const JobFixture job({floatTensor(QStringLiteral("a"), {300, 1000}, 1)});
        const Scheme* half = schemeNamed(u"f16");
        if (!half)
            QSKIP("no float schemes");
        const QString output = job.path(QStringLiteral("cast.safetensors"));
        const Finished end
            = again(job, job.source, planFor(job.source, "safetensors", half), output);
        const ModelSource cast = *openModel(output);
        QVERIFY(cast.header().tensors[0].dtype == DType::F16);
        QVERIFY(!cast.header().tensors[0].encoding);
        QVERIFY(end.report.tensors[0].relRmse > 0);
        QVERIFY(end.report.tensors[0].relRmse < std::ldexp(1, -11));

        const JobFixture large({withValue(floatTensor(QStringLiteral("a"), {30, 10}), 17, 1e6f)});
        QuantPlan plan = planFor(large.source, "safetensors", half);
        plan.tensors[0].reason = Reason::RowOverride; // A person wants F16 here.
        const JobEnd refused = measureModel({large.source, plan, {}, {}}, {});
        const auto* failed = std::get_if<Failed>(&refused);
        QVERIFY(failed);
        QVERIFY2(textOf(failed->error)
                     .endsWith(QStringLiteral("a: element 17 is 1000000, which does not fit F16")),
            qPrintable(textOf(failed->error)));
    }

    // What nobody asked for may stay as it is: a plan cannot know how large the weights are.
    void whatDoesNotFitIsKept_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<double>("large");
        QTest::newRow("f16") << QStringLiteral("f16") << 1e6;
        QTest::newRow("q8_0") << QStringLiteral("q8_0") << 1e30;
        QTest::newRow("q4_k") << QStringLiteral("q4_k") << 1e30;
    }
    void whatDoesNotFitIsKept()
    {
        QFETCH(QString, id);
        QFETCH(double, large);
        const TestTensor huge
            = withValue(floatTensor(QStringLiteral("huge"), {30, 256}, 2), 300, float(large));
        const JobFixture job({floatTensor(QStringLiteral("a"), {30, 256}, 1), huge,
            floatTensor(QStringLiteral("z"), {30, 256}, 3)});
        const QString output = job.path(QStringLiteral("out.gguf"));
        const Finished end
            = again(job, job.source, planFor(job.source, "gguf", schemeNamed(id)), output);
        QCOMPARE(end.report.tensors[1].reason, QStringLiteral("fallback: values outside F16"));
        QCOMPARE(end.report.tensors[1].scheme, QStringLiteral("keep"));
        QCOMPARE(end.report.tensors[0].scheme, id);
        const ModelSource written = *openModel(output);
        const TensorInfo& kept = tensorNamed(written, QStringLiteral("huge"));
        QVERIFY(kept.dtype == DType::F32 && !kept.encoding);
        QCOMPARE(elementsOf(written, kept), huge.bytes);
    }
};

QTEST_APPLESS_MAIN(TestRequantize)
#include "tst_requantize.moc"
