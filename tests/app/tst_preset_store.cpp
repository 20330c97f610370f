#include "app/preset_store.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace aq;

namespace {

Preset preset(const QString& name, const QString& scheme = QStringLiteral("int4"))
{
    Recipe recipe;
    recipe.scheme = scheme;
    return presetOf(recipe, name);
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

struct Folder {
    QTemporaryDir root;
    QString path = root.filePath(QStringLiteral("data/presets"));
    QStringList files() const { return QDir(path).entryList(QDir::Files); }
    QString file(const QString& name) const { return QDir(path).filePath(name); }
};

void waitFor(PresetStore& store) { QTRY_VERIFY(store.isLoaded()); }

} // namespace

class TestPresetStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsSavedIsThereNextTime()
    {
        Folder folder;
        QString id;
        {
            PresetStore store(folder.path);
            waitFor(store);
            id = store.save(preset(QStringLiteral("Größe: klein / 2")));
            QCOMPARE(store.own().size(), std::size_t(1)); // At once.
        }
        PresetStore store(folder.path);
        waitFor(store);
        QVERIFY(store.find(id));
        QCOMPARE(store.find(id)->name, QStringLiteral("Größe: klein / 2"));
        QCOMPARE(folder.files(), QStringList{id + QStringLiteral(".json")});
        QVERIFY(store.find(QStringLiteral("profiles/edge")));
        QVERIFY(!store.find(QStringLiteral("nobody")));
    }

    void savingAnIdReplacesAndRemovingRemoves()
    {
        Folder folder;
        QString id;
        {
            PresetStore store(folder.path);
            id = store.save(preset(QStringLiteral("A")));
            Preset other = *store.find(id);
            other.name = QStringLiteral("B");
            QCOMPARE(store.save(other), id);
            const QString gone = store.save(preset(QStringLiteral("C")));
            store.remove(gone);
            QCOMPARE(store.names(), QStringList{QStringLiteral("B")});
        }
        PresetStore store(folder.path);
        waitFor(store);
        QCOMPARE(store.names(), QStringList{QStringLiteral("B")});
    }

    void twoOfOneNameAreTwoFiles()
    {
        Folder folder;
        {
            PresetStore store(folder.path);
            QVERIFY(
                store.save(preset(QStringLiteral("A"))) != store.save(preset(QStringLiteral("A"))));
        }
        QCOMPARE(folder.files().size(), 2);
    }

    void aDamagedFileIsReportedAndStays()
    {
        Folder folder;
        QDir().mkpath(folder.path);
        write(folder.file(QStringLiteral("mine.json")), "{\"scheme\": \"int");
        write(folder.file(QStringLiteral("two.json")),
            R"({"presets": [{"scheme": "int4"}, {"scheme": "int8"}]})");
        write(folder.file(QStringLiteral("good.json")), R"({"scheme": "int8"})");
        PresetStore store(folder.path);
        QSignalSpy found(&store, &PresetStore::damageFound);
        waitFor(store);
        QCOMPARE(found.size(), 1);
        QCOMPARE(store.damaged().size(), std::size_t(2));
        QVERIFY(store.damaged()[0].where.endsWith(QStringLiteral("mine.json")));
        QCOMPARE(store.names(), QStringList{QStringLiteral("good")});
        store.save(preset(QStringLiteral("mine")));
        store.load();
        QTRY_COMPARE(folder.files().size(), 4);
        QFile file(folder.file(QStringLiteral("mine.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{\"scheme\": \"int"));
        QCOMPARE(found.size(), 1); // Said once.
    }

    void anotherWindowsChangesArePickedUp()
    {
        Folder folder;
        PresetStore here(folder.path), there(folder.path);
        waitFor(here);
        waitFor(there);
        const QString id = there.save(preset(QStringLiteral("A")));
        QTRY_VERIFY(here.find(id));
        Preset renamed = *here.find(id);
        renamed.name = QStringLiteral("B");
        here.save(renamed);
        QTRY_COMPARE(there.names(), QStringList{QStringLiteral("B")});
        there.remove(id);
        QTRY_VERIFY(!here.find(id));
    }

    void aFileThatCannotBeWrittenIsAnErrorAndTheListTellsTheTruth()
    {
        QTemporaryDir root;
        const QString blocked = root.filePath(QStringLiteral("file"));
        write(blocked, "x");
        PresetStore store(blocked + QStringLiteral("/presets"));
        QSignalSpy failed(&store, &PresetStore::failed);
        store.save(preset(QStringLiteral("A")));
        QTRY_COMPARE(failed.size(), 1);
        QTRY_VERIFY(store.own().empty());
    }

    void exportsAreImported()
    {
        Folder folder;
        PresetStore store(folder.path);
        waitFor(store);
        QSignalSpy exported(&store, &PresetStore::exported);
        QSignalSpy imported(&store, &PresetStore::imported);
        QSignalSpy failed(&store, &PresetStore::failed);
        store.save(preset(QStringLiteral("A"), QStringLiteral("int2")));
        store.save(preset(QStringLiteral("B"), QStringLiteral("int8")));
        const QString one = folder.root.filePath(QStringLiteral("one.json"));
        const QString all = folder.root.filePath(QStringLiteral("all.json"));
        store.exportTo(one, {store.own().front()});
        store.exportTo(all, store.own());
        QTRY_COMPARE(exported.size(), 2);
        store.importFile(one);
        QTRY_COMPARE(imported.size(), 1);
        QCOMPARE(store.names(),
            (QStringList{QStringLiteral("A"), QStringLiteral("A 2"), QStringLiteral("B")}));
        store.importFile(all);
        QTRY_COMPARE(imported.size(), 2);
        QCOMPARE(imported[1][0].toStringList().size(), 2);
        QCOMPARE(store.own().size(), std::size_t(5));
        store.importFile(folder.root.filePath(QStringLiteral("none.json")));
        QTRY_COMPARE(failed.size(), 1);
    }
};

QTEST_MAIN(TestPresetStore)
#include "tst_preset_store.moc"
