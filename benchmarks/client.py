"""`python -m benchmarks.client PORT SECONDS CONNECTIONS`: asks for a page again and again; one request a line on standard input.

A process of its own, so that it does not share the server's interpreter, and as little work for each answer as it can
be: the status, the length, the end. Prints how many answers a second came, and ends with 1 when one was not a 200.
"""

from __future__ import annotations

import select
import socket
import sys
import time

PIECE = 1 << 20


def main() -> int:
    port, seconds, connections = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
    head = sys.stdin.buffer.read().replace(b"\n", b"\r\n") + b"\r\n"
    poll, sockets, left = select.poll(), {}, {}
    for _ in range(connections):
        one = socket.create_connection(("127.0.0.1", port))
        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sockets[one.fileno()], left[one.fileno()] = one, 0
        poll.register(one, select.POLLIN)
        one.sendall(head)
    began, answers = time.perf_counter(), 0
    while time.perf_counter() - began < seconds:
        for number, _event in poll.poll(1000):
            data = sockets[number].recv(PIECE)
            if not left[number]:
                top, _, body = data.partition(b"\r\n\r\n")
                if not top.startswith(b"HTTP/1.1 200"):
                    sys.exit(f"Not a page: {data[:200]!r}")
                left[number] = _length(top) - len(body)
            else:
                left[number] -= len(data)
            if left[number] <= 0:
                left[number] = 0
                answers += 1
                sockets[number].sendall(head)
    print(answers / (time.perf_counter() - began))
    return 0


def _length(top: bytes) -> int:
    at = top.lower().index(b"content-length:") + 15
    return int(top[at : at + 12].split(b"\r\n")[0])


if __name__ == "__main__":
    sys.exit(main())
