# rule: python_calls.too_few
# source: constructed
# says: lacks rate
# %% before
def price(net, rate):
    rate = rate / 100
    return net * (1 + rate)
# %% fails
price(5)
# %% mended
price(5, rate=19)
