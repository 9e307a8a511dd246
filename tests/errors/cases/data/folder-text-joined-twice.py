# rule: joined_twice.path_joined_twice
# source: constructed
# says: twice
# says: folder = 'sets/images'
# %% before
import os
os.makedirs('sets/images/cat')
folder = 'sets'
folder = os.path.join(folder, 'images')
folder = os.path.join(folder, 'images')
# %% fails
classes = os.listdir(folder + '/cat')
# %% mended
folder = 'sets/images'
classes = os.listdir(folder + '/cat')
