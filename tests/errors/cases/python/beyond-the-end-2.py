# rule: python_values.beyond_the_end
# source: constructed
# says: for i in range\(len\(x\) \- 1\):
# %% fails
x=[1,2]
for i in range(len(x)): print(x[i+1])
