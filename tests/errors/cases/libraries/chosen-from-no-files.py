# rule: libraries_choices.chosen_from_nothing
# source: constructed
# says: files is empty
# %% before
import glob, random
files = glob.glob('*.jpg')
# %% fails
random.choice(files)
