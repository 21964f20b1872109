/** What must hold when luck is bad or somebody looks: kills, captured wires, swept disks. */
@org.jspecify.annotations.NullMarked
package app.accord.faults;
