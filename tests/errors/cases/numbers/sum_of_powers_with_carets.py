# rule: powers.caret_as_power
# source: constructed
# says: width is\s+the number 1\.5
# says: diagonal = \(width\*\*2 \+ height\*\*2\)\*\*0\.5
# %% before
width, height = 1.5, 2
# %% fails
diagonal = (width^2 + height^2)^0.5
# %% mended
diagonal = (width**2 + height**2)**0.5
