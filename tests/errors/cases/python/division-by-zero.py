# rule: python_values.division_by_zero
# source: constructed
# says: sum\(xs\) / len\(xs\) if xs else 0
# says: len
# %% fails
xs=[]
sum(xs)/len(xs)
# %% mended
xs=[]
sum(xs) / len(xs) if xs else 0
