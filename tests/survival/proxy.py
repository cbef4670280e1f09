"""The network between two processes: `python -m tests.survival.proxy PORT TARGET`. TARGET is a port, or the path of a socket.

It passes bytes on. Stopped (SIGSTOP) it is a network on which nothing arrives and nothing is lost; SIGUSR1 cuts every connection.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import suppress

HOST = "127.0.0.1"
PIECE = 1 << 16


class Network:
    def __init__(self, target: str) -> None:
        self.target = target
        self.open: set[asyncio.StreamWriter] = set()

    def cut(self) -> None:
        for writer in list(self.open):
            writer.transport.abort()

    async def connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            there, back = await self._reach()
        except OSError:
            writer.transport.abort()  # whoever asked sees a connection that is reset
            return
        self.open |= {writer, back}
        await asyncio.gather(self._pass_on(reader, back), self._pass_on(there, writer))
        self.open -= {writer, back}

    async def _reach(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self.target.isdecimal():
            return await asyncio.open_connection(HOST, int(self.target))
        return await asyncio.open_unix_connection(self.target)

    @staticmethod
    async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(PIECE):
                writer.write(data)
                await writer.drain()
        writer.close()


async def serve(port: int, target: str) -> None:
    network = Network(target)
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, network.cut)
    server = await asyncio.start_server(network.connect, HOST, port)
    print("listening", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), sys.argv[2]))
