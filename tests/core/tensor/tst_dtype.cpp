#include "core/tensor/dtype.h"

#include <QSet>
#include <QString>
#include <QTest>

using namespace aq;

class DTypeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTypeHasItsRow_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < dtypes().size(); ++i)
            QTest::newRow(dtypes()[i].name) << int(i);
    }
    void everyTypeHasItsRow()
    {
        QFETCH(int, row);
        const DTypeSpec& found = spec(DType(row));
        QVERIFY(found.dtype == DType(row));
        QVERIFY(dtypeNamed(QLatin1StringView(found.name)) == DType(row));
        QVERIFY(found.bits == bitsOf(found.dtype));
        QCOMPARE(nameOf(found.dtype), found.name);
        QVERIFY(isFloat(found.dtype) == (found.kind == DTypeKind::Float));
    }

    void bitsStandInTheName() // "F8_E4M3" has 8; BOOL is a byte.
    {
        for (const DTypeSpec& type : dtypes()) {
            QString digits;
            for (const char* c = type.name; *c && *c != '_'; ++c)
                if (*c >= '0' && *c <= '9')
                    digits += QLatin1Char(*c);
            QCOMPARE(type.bits, digits.isEmpty() ? 8 : digits.toInt());
        }
    }

    void namesAreUnique()
    {
        QSet<QString> names;
        for (const DTypeSpec& type : dtypes())
            names.insert(QLatin1StringView(type.name));
        QCOMPARE(names.size(), qsizetype(dtypes().size()));
        QCOMPARE(names.size(), 22);
    }

    void unknownNamesAreUnknown()
    {
        for (const char* name : {"", "f32", "F33", "F32 ", "float32", "F8"})
            QVERIFY2(!dtypeNamed(QLatin1StringView(name)), name);
        QVERIFY(!dtypeNamed(QLatin1StringView("F32\0", 4)));
    }

    void sixFloatTypesCanBeQuantized()
    {
        QStringList floats;
        for (const DTypeSpec& type : dtypes())
            if (type.kind == DTypeKind::Float)
                floats << QLatin1StringView(type.name);
        QCOMPARE(floats.join(u' '), QStringLiteral("F64 F32 F16 BF16 F8_E4M3 F8_E5M2"));
    }
};

QTEST_GUILESS_MAIN(DTypeTest)
#include "tst_dtype.moc"
