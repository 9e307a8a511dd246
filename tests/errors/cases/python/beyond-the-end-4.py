# rule: python_values.beyond_the_end
# source: constructed
# says: x\.append\(1\)
# %% fails
x=[]
x[0]=1
