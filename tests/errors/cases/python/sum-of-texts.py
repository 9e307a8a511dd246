# rule: python_order.sum_of_texts
# source: constructed
# says: float\(x\) for x in prices
# %% before
prices = ['3', '4']
# %% fails
sum(prices)
# %% mended
sum(float(x) for x in prices)
