# notice: none
# source: constructed
# %% before
start = 1
# %% cell
def fib(n, memo={}):
    if n < 2: return n
    if n not in memo: memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]
def pack(thing, bag=[]): return bag + [thing]
def put(thing, bag=[]):
    bag = list(bag)
    bag.append(thing)
    return bag
fib(10), fib(12), pack(1), pack(2), put(1), put(2)
fs = [lambda x, k=k: x * k for k in range(3)]
gs = []
for k in (1, 2):
    gs.append(lambda x, k=k: x + k)
for word in ('a', 'b'):
    rows = []
    rows.append(lambda: word)
    rows[0]()
pairs = sorted([(1, 2), (0, 3)], key=lambda p: p[0])
fs[0](2), gs[0](1)
