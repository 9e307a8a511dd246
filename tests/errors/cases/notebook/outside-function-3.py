# rule: notebook.outside_function
# source: constructed
# says: break is not inside a loop\.
# says: break
# %% fails
x = [1,2]
break
