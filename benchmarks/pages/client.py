"""`python -m benchmarks.pages.client PORT SECONDS CONNECTIONS`: requests a page repeatedly; the request is read from standard input.

It runs in a process of its own, apart from the server's interpreter, and does as little as possible for each response:
it reads the status and the length. Prints the number of responses per second; exit code 1 if one was not a 200.
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
