# rule: commas_left_over.comma_at_the_end
# source: https://stackoverflow.com/questions/16449184/converting-string-to-tuple-adds-comma
# says: price = 12\.5
# %% fails
price = 12.5,
count = 4
total = price + count
# %% mended
price = 12.5
count = 4
total = price + count
