# rule: python_values.beyond_the_end
# source: constructed
# says: x\.append\(…\)
# %% fails
x=[]
x[0]=1
