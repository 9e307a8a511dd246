# rule: python_order.sum_of_texts
# source: constructed
# says: sum\(float\(x\) for x in numbers\)
# says: numbers
# %% fails
numbers = [1, 2, '3']
sum(numbers)
# %% mended
numbers = [1, 2, '3']
sum(float(x) for x in numbers)
