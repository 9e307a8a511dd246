# rule: python_values.beyond_the_end
# source: constructed
# says: print\(len\(x\)\)
# %% fails
x=[]
x[0]
# %% mended
x=[]
print(len(x))
