# rule: notebook_undefined.never_defined
# source: constructed
# %% fails
img = show_image(3)
