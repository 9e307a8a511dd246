# rule: python_places.wrong_index
# source: https://stackoverflow.com/questions/28036812 (slice indices must be integers)
# says: border is 7\.5
# says: border = int\(0\.75 \* rows\)
# %% fails
prices = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]
rows = len(prices)
border = 0.75 * rows
head, tail = prices[:border], prices[border:]
# %% mended
prices = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]
rows = len(prices)
border = int(0.75 * rows)
head, tail = prices[:border], prices[border:]
