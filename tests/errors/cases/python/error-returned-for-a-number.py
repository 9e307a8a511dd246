# rule: errors_returned.error_as_a_result
# source: constructed
# says: raise ValueError\('no items'\)
# %% before
def average(xs):
    if not xs:
        return ValueError('no items')
    return sum(xs) / len(xs)
# %% fails
mean = average([])
print(mean * 2)
# %% mended
mean = average([1, 2])
print(mean * 2)
