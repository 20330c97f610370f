#include "core/interop/report_json.h"
#include "ui/models/report_table_model.h"
#include "ui/print/report_print.h"
#include "ui/widgets/report_totals.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <QTest>
#include <QXmlStreamReader>
#include <cmath>

using namespace aq;

namespace {

ValidationReport reportOf(int count)
{
    ValidationReport report;
    report.program = QStringLiteral("ArrowQuant 0.1.0");
    report.source = QStringLiteral("/models/flux.safetensors");
    report.output = QStringLiteral("/out/flux-int4.arrow");
    report.forced = QStringLiteral("block-size");
    report.thresholds = {0.85, true};
    for (int i = 0; i < count; ++i) {
        TensorReport tensor;
        tensor.name = QStringLiteral("double_blocks.%1.w%2.weight").arg(i / 8).arg(i % 8);
        tensor.scheme = QStringLiteral("int4");
        tensor.shape = {64, 64};
        tensor.parameters = 4096;
        tensor.bytesBefore = 8192;
        tensor.bytesAfter = 2560;
        const double e = .02 + .001 * ((i * 37) % 150); // Some above the floor of 0.14.
        tensor.sums = {4096, 100, 100 * (1 + e * e), 100, 100 * e * e, 0, e, 1};
        tensor.status = Status::Passed;
        report.tensors.push_back(tensor);
    }
    summarise(report);
    return report;
}

constexpr QSizeF a4(510, 757); // In points, inside 15 mm.

/// The words of a page, in the order in which they are painted.
QString wordsOf(const ReportPrint& print, int page)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(a4.toSize());
    generator.setResolution(72);
    QPainter painter(&generator);
    print.paint(painter, page);
    painter.end();
    QString words;
    QXmlStreamReader reader(buffer.data());
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::Characters)
            words += reader.text().toString().trimmed() + u'\n';
    return reader.hasError() ? QString() : words;
}

/// Without spaces: a line of two fonts is painted in two pieces.
QString packed(QString text) { return text.remove(QRegularExpression(QStringLiteral("\\s"))); }

} // namespace

class TestReportPrint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everyTensorIsOnSomePageAndEveryPageHasItsHeadingAndNumber()
    {
        const ValidationReport report = reportOf(200);
        const ReportPrint print(report, a4);
        QVERIFY(print.pages() >= 3);
        QString all;
        for (int page = 0; page < print.pages(); ++page) {
            const QString words = wordsOf(print, page);
            QVERIFY(
                words.contains(QStringLiteral("Page %1 of %2").arg(page + 1).arg(print.pages())));
            QVERIFY(words.contains(QStringLiteral("\nRelative RMSE\n")));
            all += words;
        }
        for (const TensorReport& tensor : report.tensors)
            QCOMPARE(all.count(u'\n' + tensor.name + u'\n'), 1);
    }

    void theFirstPageSaysHowItEnded()
    {
        const ValidationReport report = reportOf(30);
        QVERIFY(!report.summary.passed);
        const QString words = packed(wordsOf(ReportPrint(report, a4), 0));
        for (const QString& text : {QStringLiteral("Validation report"),
                 QStringLiteral("✗ Not passed: %1 of 30 tensors missed a limit")
                     .arg(report.summary.failures.size()),
                 QStringLiteral("Source: /models/flux.safetensors"),
                 QStringLiteral("File: /out/flux-int4.arrow"),
                 QStringLiteral("Findings were overruled: block-size"),
                 QStringLiteral("cosine at least 0.85")})
            QVERIFY2(words.contains(packed(text)), qPrintable(text + u'\n' + words));
        for (const ReportFact& fact : reportFacts(report))
            if (fact.id != std::string_view("validated file"))
                QVERIFY2(words.contains(packed(fact.value)), qPrintable(fact.value));
    }

    /// What is printed and shown is the JSON's number, rounded.
    void numbersAreThoseOfTheJson()
    {
        const ValidationReport report = reportOf(40);
        const QJsonObject json = QJsonDocument::fromJson(reportJson(report)).object();
        const ReportPrint print(report, a4);
        QString words;
        for (int page = 0; page < print.pages(); ++page)
            words += wordsOf(print, page);
        const QStringList lines = words.split(u'\n', Qt::SkipEmptyParts);
        const auto tensors = json[QStringLiteral("tensors")].toArray();
        const QByteArrayList csv = reportCsv(report).split('\n');
        const QString html = QString::fromUtf8(reportHtml(report));
        for (qsizetype i = 0; i < tensors.size(); ++i) {
            const QJsonObject tensor = tensors[i].toObject();
            const qsizetype at = lines.indexOf(tensor[QStringLiteral("name")].toString());
            QVERIFY(at > 0);
            const double relRmse = tensor[QStringLiteral("relRmse")].toDouble();
            QCOMPARE(lines[at + 3], QString::number(relRmse, 'f', 5));
            QCOMPARE(lines[at + 2],
                QString::number(tensor[QStringLiteral("cosine")].toDouble(), 'f', 5));
            QCOMPARE(ReportTableModel::text(
                         ReportTableModel::Column::RelRmse, report.tensors[std::size_t(i)]),
                lines[at + 3]);
            bool found = false;
            for (const QByteArray& cell : csv[i + 1].split(','))
                found |= cell.toDouble() == relRmse;
            QVERIFY(found);
            QVERIFY(
                html.contains(QStringLiteral("<td>%1</td>").arg(QString::number(relRmse, 'g', 5))));
        }
        const QJsonObject summary = json[QStringLiteral("summary")].toObject();
        QVERIFY(
            words.contains(QString::number(summary[QStringLiteral("relRmse")].toDouble(), 'f', 5)));
    }

    void pdfHasItsPagesAndFonts()
    {
        for (const int count : {0, 1, 300}) {
            const ValidationReport report = reportOf(count);
            const QPageLayout layout = reportPageLayout();
            const QByteArray pdf = reportPdf(report, layout);
            QVERIFY(pdf.startsWith("%PDF-"));
            const ReportPrint print(report, layout.paintRect(QPageLayout::Point).size());
            const QRegularExpression page(QStringLiteral("/Type\\s*/Page\\b(?!s)"));
            QCOMPARE(QString::fromLatin1(pdf).count(page), print.pages());
            QVERIFY(pdf.contains("/FontFile"));
        }
    }

    void paperFollowsTheLocale()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(reportPageLayout().pageSize().id(), QPageSize::Letter);
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(reportPageLayout().pageSize().id(), QPageSize::A4);
        QLocale::setDefault(before);
    }

    /// Looked at: report-print-*.png beside the test.
    void isBlackOnWhiteInADarkTheme()
    {
        qApp->setPalette(QPalette(Qt::white, Qt::black));
        const ValidationReport report = reportOf(120);
        const ReportPrint print(report, a4);
        for (int page = 0; page < 2; ++page) {
            QImage image((a4 * 2).toSize(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.scale(2, 2);
            print.paint(painter, page);
            painter.end();
            QCOMPARE(image.pixelColor(3, image.height() - 60), QColor(Qt::white));
            QVERIFY(image.save(QDir(QCoreApplication::applicationDirPath())
                                   .filePath(QStringLiteral("report-print-%1.png").arg(page))));
        }
    }
};

QTEST_MAIN(TestReportPrint)
#include "tst_report_print.moc"
