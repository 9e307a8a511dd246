# notice: shell_folders.cd_in_a_shell
# source: constructed
# says: !cd lessons went to lessons in a shell of its own
# says: %cd lessons
# %% before
import os
import torch
os.mkdir('lessons')
# %% cell
!cd lessons
open('notes.txt', 'w').write('one')
# %% mended
%cd lessons
open('notes.txt', 'w').write('one')
