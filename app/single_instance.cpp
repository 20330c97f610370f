#include "app/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QLockFile>
#include <QStandardPaths>
#include <QTimer>
#include <sys/stat.h>
#include <unistd.h>

namespace aq {
namespace {

constexpr int patienceMs = 5000; ///< For a window that is busy.
constexpr qsizetype mostModels = 1000;
constexpr qsizetype mostPathBytes = 100; ///< Of a local socket's address, on every Unix.
const QByteArray taken = QByteArrayLiteral("taken\n");

bool isPath(const QString& text) { return QDir::isAbsolutePath(text) && !text.contains(QChar(0)); }

/// A folder of this person that nobody else can write to.
bool isPrivate(const QString& folder)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(folder).constData(), &status) == 0 && S_ISDIR(status.st_mode)
        && status.st_uid == ::geteuid() && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

} // namespace

QByteArray toBytes(const StartRequest& request)
{
    const QJsonObject object{{QStringLiteral("arrowquant"), 1},
        {QStringLiteral("open"), QJsonArray::fromStringList(request.models)},
        {QStringLiteral("activation"), QString::fromUtf8(request.activation)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<StartRequest> requestFromBytes(const QByteArray& bytes)
{
    if (bytes.size() > mostRequestBytes || !bytes.endsWith('\n'))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const QJsonArray open = object.value(QStringLiteral("open")).toArray();
    if (object.value(QStringLiteral("arrowquant")).toInt() != 1 || open.size() > mostModels)
        return {};
    StartRequest request;
    request.activation = object.value(QStringLiteral("activation")).toString().toUtf8();
    for (const QJsonValue& model : open) {
        if (!isPath(model.toString()))
            return {};
        request.models << model.toString();
    }
    return request;
}

SingleInstance::SingleInstance(const QString& socket, QObject* parent)
    : QObject(parent)
    , m_path(socket)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(8);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::takeConnections);
}

/// The runtime folder belongs to one person; the hash keeps settings and screens apart.
QString SingleInstance::socketFor(const QString& settingsFile)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QFileInfo(settingsFile).absoluteFilePath().toUtf8());
    for (const char* screen : {"WAYLAND_DISPLAY", "DISPLAY"})
        hash.addData('\n' + qgetenv(screen));
    const QString name
        = QStringLiteral("arrowquant-") + QString::fromLatin1(hash.result().toHex().first(16));
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const QString path = QDir(runtime).filePath(name);
    const bool fits = QFile::encodeName(path).size() <= mostPathBytes;
    return !runtime.isEmpty() && fits && isPrivate(runtime) ? path : QString();
}

/// The lock makes "nobody answers, so take the place" one step.
SingleInstance::Claim SingleInstance::claim(const StartRequest& request)
{
    if (m_path.isEmpty())
        return Claim::First;
    QLockFile lock(m_path + QStringLiteral(".lock"));
    lock.tryLock(patienceMs);
    if (isTaken() && handOver(request))
        return Claim::HandedOver;
    if (!isTaken()) // From the beginning, or since it ended instead of answering.
        listen();
    return Claim::First;
}

void SingleInstance::claimIfFree()
{
    if (m_path.isEmpty())
        return;
    QLockFile lock(m_path + QStringLiteral(".lock"));
    lock.tryLock(patienceMs);
    if (!isTaken())
        listen();
}

void SingleInstance::close() { m_server.close(); }

/// A socket that a crash left behind refuses connections.
bool SingleInstance::isTaken() const
{
    QLocalSocket socket;
    socket.connectToServer(m_path);
    return socket.waitForConnected(patienceMs);
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_path);
    m_server.listen(m_path); // Without it, later starts get a window of their own: no harm.
}

bool SingleInstance::handOver(const StartRequest& request)
{
    QLocalSocket socket;
    socket.connectToServer(m_path);
    if (!socket.waitForConnected(patienceMs))
        return false;
    socket.write(toBytes(request));
    while (socket.bytesToWrite() > 0)
        if (!socket.waitForBytesWritten(patienceMs))
            return false;
    QByteArray answer;
    while (answer.size() < taken.size() && socket.waitForReadyRead(patienceMs))
        answer += socket.readAll();
    return answer == taken;
}

void SingleInstance::takeConnections()
{
    while (QLocalSocket* client = m_server.nextPendingConnection()) {
        client->setReadBufferSize(mostRequestBytes + 1);
        connect(client, &QLocalSocket::readyRead, this, [this, client] { read(client); });
        connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
        QTimer::singleShot(patienceMs, client, [client] { client->abort(); });
        read(client); // What came with the connection.
    }
}

/// Whatever is not a request of ours is hung up on.
void SingleInstance::read(QLocalSocket* client)
{
    if (client->state() != QLocalSocket::ConnectedState)
        return;
    const QByteArray soFar = client->peek(mostRequestBytes + 1);
    if (soFar.size() > mostRequestBytes)
        return client->abort();
    if (!soFar.endsWith('\n'))
        return;
    const auto request = requestFromBytes(soFar);
    client->readAll();
    if (!request)
        return client->abort();
    client->write(taken);
    client->disconnectFromServer();
    Q_EMIT requested(*request);
}

} // namespace aq
