// The program `nutgraf`: a table of commands, one file each.
#ifndef NUTGRAF_TOOLS_PROGRAM_H_
#define NUTGRAF_TOOLS_PROGRAM_H_

namespace nutgraf {

// Runs one command line; returns the exit code of the contract (docs: README, schemas/).
int run_program(int argc, char** argv);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_PROGRAM_H_
