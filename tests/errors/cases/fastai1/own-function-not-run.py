# rule: notebook_names.never_defined
# source: constructed
# %% fails
img = show_image(3)
