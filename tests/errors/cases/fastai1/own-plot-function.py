# rule: notebook_undefined.never_defined
# source: constructed
# %% fails
plot_function([1, 2, 3])
