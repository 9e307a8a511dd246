# rule: joined_twice.folder_entered_twice
# source: https://stackoverflow.com/questions/14594120
# says: already
# says: second time
# %% before
import os
os.makedirs('course/nbs', exist_ok=True)
os.chdir('course/nbs')
# %% fails
os.chdir('course/nbs')
